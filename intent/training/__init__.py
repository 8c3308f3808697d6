"""How the shipped model is made: labelled texts, splits, augmentation, fine-tuning, calibration, int8 export.

Called by `headsup train` through `intent.training.cli.train`; nothing that serves imports this package. torch
is imported inside functions only: everything else here works without it. May import `text` and `intent`.
"""
