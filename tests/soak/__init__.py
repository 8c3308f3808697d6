"""Long simulations: weeks of faults and restarts in seconds. Short in the test run, as long as one likes by hand."""
