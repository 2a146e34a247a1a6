import { code, codes, defaulting, flag, optional, slug, text } from './field.js';

/** What is no record, but comes with them: a dataset, and the rules of law that findings apply. */

export const DATASET = {
  id: slug('Its id, as in the lens and on each claim.'),
  title: text('Its title.'),
  description: text('What it holds and where it is from.'),
  licence: text('Its licence.'),
  attribution: text('How to name its authors.'),
  redistribute: flag('Whether the licence lets others pass it on.'),
  requires: defaulting(codes('The datasets whose records it refers to.', { hidden: true }), []),
};

export const LEGAL_CODE = {
  code: code('The code, in canonical form.'),
  title: text("What it stands for, in the editors' words."),
  within: optional(code('The code that it lies in.')),
};
