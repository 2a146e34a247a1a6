// Records bear what stands ready from this version on, and each change keeps it. A start works out what earlier versions left
// out. There is no schema for it: the record of this migration keeps those versions from writing any more.
