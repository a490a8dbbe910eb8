module echo
