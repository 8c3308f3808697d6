"""What runs Headsup elsewhere: container, compose file, systemd units, dashboard; and what checks them."""
