import { Field } from 'type-graphql';

/** Fields of inputs, each with its description; what a nullable one means when it is left out stands there too. */

type TypeOf = Parameters<typeof Field>[0];

export const required = (type: TypeOf, description: string) => Field(type as () => object, { description });
export const optional = (type: TypeOf, description: string) =>
  Field(type as () => object, { description, nullable: true });

/** How dates are written. */
export const EDTF = 'EDTF level 1: `2014`, `2014-03`, `2014-03-14`, with `~`, `?` or `%` behind';
