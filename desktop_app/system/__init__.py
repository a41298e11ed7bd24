"""The machine under the program: paths, rights, disk, temporary folders, deferred modules. It imports nothing else."""
