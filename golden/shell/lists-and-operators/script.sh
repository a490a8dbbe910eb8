set -eux; apt-get update && apt-get install -y curl || exit 1 & wait
! grep -q x f | cat
