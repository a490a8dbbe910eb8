cat <<EOF
never
