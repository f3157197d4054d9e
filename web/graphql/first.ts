// Printed by generate.ts; do not edit.
export const WHO_AM_I = 'sha256:9a707a6c9914950827ae4ff0ef86b90b2a2b9b3ebf2a1b6c98950b4585b119e7'
export const MY_DOSSIER_AT_A_GLANCE = 'sha256:5b556328bb4472047a9ef55e29a8ba78cd15064a68c9aeeb95dbb90aeb954b43'
