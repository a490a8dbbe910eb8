docker run -d --name kept --label "docker-volume-backup.archive-pre=/bin/sh -c 'pg_dump -U postgres > /kept.sql'" postgres:17
docker run -d --name marked --health-cmd 'date > /alive' redis:7
docker run -d --name asked --health-cmd 'redis-cli ping' --read-only redis:7
