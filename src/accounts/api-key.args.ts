import { ID, InputType, Int } from 'type-graphql';
import { AccountRole } from '../graphql/enums.js';
import { optional, required } from '../graphql/input-fields.js';
import type { Role } from '../model/permissions.rules.js';

@InputType({ description: 'An API key to issue.' })
export class ApiKeyIssueInput {
  @required(
    () => String,
    'Its name: 3 to 60 small letters, digits, dots, hyphens and underscores. It is never used again.',
  )
  name!: string;

  @required(() => AccountRole, 'What its holder may do.')
  role!: Role;

  @optional(() => [ID], 'The datasets that it is limited to. Default: all.')
  datasets?: string[] | null;

  @optional(() => Int, 'How many days it is good for: 1 to 366. Default: 90.')
  days?: number | null;

  @required(() => String, 'The reason, such as who gets it and for what.')
  reason!: string;
}

@InputType({ description: 'An API key that is to get a new secret.' })
export class ApiKeyRotateInput {
  @required(() => ID, 'The id or the name of the key.')
  key!: string;

  @optional(() => Int, 'How many days the new secret is good for: 1 to 366. Default: 90.')
  days?: number | null;

  @optional(() => Int, 'How many hours the present secret is good for beside the new one: 0 to 720. Default: 24.')
  overlapHours?: number | null;

  @required(() => String, 'The reason.')
  reason!: string;
}

@InputType({ description: 'An API key to revoke.' })
export class ApiKeyRevokeInput {
  @required(() => ID, 'The id or the name of the key.')
  key!: string;

  @required(() => String, 'The reason.')
  reason!: string;
}
