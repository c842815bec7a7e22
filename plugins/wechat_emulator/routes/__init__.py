"""WeChat's endpoints over HTTP: what a call must look like, and what it answers."""
