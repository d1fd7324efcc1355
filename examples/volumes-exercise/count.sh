# Adds one to the number in the file that COUNT_FILE names, and prints it.
count=$(cat "$COUNT_FILE" 2>/dev/null || echo 0)
echo $((count + 1)) >"$COUNT_FILE"
cat "$COUNT_FILE"
