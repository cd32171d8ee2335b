"""What the browser tests and the bench stand on: servers on free ports, Chromium, a page that is ready, axe."""
