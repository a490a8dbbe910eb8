cat <<EOF >/x && cat <<-'END'
a $b
EOF
	c
	END
echo done
