// The questions whose answers say nothing on command responsibility, by the names of their folders and tests.
exports.OTHER_QUESTIONS = ['aftermath', 'case-status', 'finding-reach', 'paths-between', 'tenures', 'unit-incidents'];
