#!/bin/sh
docker run -d --name vault -e VAULT_DEV_ROOT_TOKEN_ID=rootS3cr3tX91 nginx:1.29
docker run -d --name hook -e DISCORD_WEBHOOK_URL=https://discord.com/api/webhooks/1/Zk39dkW0xq81 nginx:1.29
