import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/change.type.js';
import { AccountRole, graphqlEnum } from '../graphql/enums.js';
import { DayScalar, InstantScalar } from '../graphql/scalars.js';
import type { Role } from '../model/permissions.rules.js';
import { KEY_STATES, type KeyState } from './api-key.rules.js';

/** API keys as administrators see them. No hash is among it. */

export const ApiKeyState = graphqlEnum(KEY_STATES, 'ApiKeyState', 'Whether an API key is good.');

@ObjectType({ description: 'A key with which a program or a person uses this API.' })
export class ApiKey {
  @Field(() => ID, { description: 'Its id, which the key itself has after its prefix.' })
  id!: string;

  @Field(() => String, { description: 'Its name, by which the journal names who uses it.' })
  name!: string;

  @Field(() => AccountRole, { description: 'What its holder may do.' })
  role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The datasets in which it may write, and whose statements for partners and confidential ones it may read; null for all.',
  })
  datasets!: readonly string[] | null;

  @Field(() => ApiKeyState, { description: 'Whether it is good now.' })
  state!: KeyState;

  @Field(() => InstantScalar, { description: 'When it was issued.' })
  issuedAt!: string;

  @Field(() => String, { description: 'Who issued it.' })
  issuedBy!: string;

  @Field(() => String, { description: 'Why it was issued.' })
  reason!: string;

  @Field(() => InstantScalar, { description: 'When its time is over.' })
  expiresAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it got its present secret; null at the first one.' })
  rotatedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who rotated it last; null before that.' })
  rotatedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was rotated last; null before that.' })
  rotatedReason!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Until when the secret before the present one is good; null where there was none.',
  })
  formerUntil!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null before that.' })
  revokedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who revoked it; null before that.' })
  revokedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked; null before that.' })
  revokedReason!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which it was used, in UTC; null before the first use.',
  })
  usedOn!: string | null;
}

@ObjectType({ description: 'The result of issuing or rotating an API key.' })
export class ApiKeySecretPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is stored; null if the request was refused.' })
  apiKey!: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The key itself, to be sent as `authorization: Bearer`. It is shown this once, and stored nowhere. Null if the request was refused.',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty if the change was made.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'The result of revoking an API key.' })
export class ApiKeyRevokePayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null if the request was refused.' })
  apiKey!: ApiKey | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty if the change was made.' })
  userErrors!: readonly UserError[];
}
