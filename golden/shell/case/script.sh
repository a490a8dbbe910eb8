case "$(uname -m)" in x86_64|amd64) a=1 ;; (arm*) b ;& *) exit 1; esac
