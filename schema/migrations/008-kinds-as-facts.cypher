// The kind of a unit is a fact about it, and no property of its node. src/writing/change/fields-as-facts.ts restates those of before.
DROP INDEX unit_kind IF EXISTS;
