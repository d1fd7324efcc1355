#!/bin/sh
# Prints the recipe, and stays until it is asked to stop.
trap 'exit 0' TERM
echo "flour, water, salt, and eighteen hours of patience"
while true; do sleep 1; done
