"""Breaking things on purpose: disks that lose power, fill up or fail, under the real store.

`machine.Machine` is a till's computer on such a disk; whatever is simulated is built on it.
"""
