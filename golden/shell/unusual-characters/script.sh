echo "café 😀" \😀 a b 
