with open("/opt/agent/plan.sh", "w") as plan:
    plan.write("exit 0")
