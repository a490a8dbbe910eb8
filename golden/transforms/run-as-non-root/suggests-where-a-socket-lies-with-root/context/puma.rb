port 3000
activate_control_app "unix:///run/control.sock"
