"""Operating system services: paths, access rights, disk, temporary folders, deferred modules. No other imports."""
