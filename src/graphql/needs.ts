import { Extensions } from 'type-graphql';
import type { Permission } from '../model/permissions.rules.js';

/** What a use of a field concerns: a sender may be limited to datasets. */
export interface Concern {
  readonly dataset?: string;
  /** The id of a record, which concerns its dataset. */
  readonly record?: string;
  readonly wholeGraph?: true;
}

/** What a field needs of who asks for it. */
export interface FieldNeeds {
  readonly needs?: Permission;
  readonly concernOf?: (args: never) => Concern;
}

/**
 * The permission that a field needs. The schema asks for it before it runs the field, and says so in the description.
 * Every mutation has one, and every question that is not for all readers.
 */
export const Needs = (needs: Permission, concernOf: FieldNeeds['concernOf'] = () => ({})) =>
  Extensions({ needs, concernOf });

export const ofDataset = ({ input }: { readonly input: { readonly dataset: string } }): Concern => ({
  dataset: input.dataset,
});

export const ofRecord = ({ input }: { readonly input: { readonly id: string } }): Concern => ({ record: input.id });

export const ofAll = (): Concern => ({ wholeGraph: true });
