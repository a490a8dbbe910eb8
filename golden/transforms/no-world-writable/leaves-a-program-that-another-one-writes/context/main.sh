#!/bin/sh
cd /opt/agent
printf 'echo %s\n' "$GREETING" > hook.sh
curl -fsSLo "$PWD/step.sh" "$STEP_URL"
./hook.sh && ./step.sh && python3 plan.py && ./quiet.sh
