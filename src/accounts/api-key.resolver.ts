import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Needs } from '../graphql/needs.js';
import { Refusal } from '../model/errors.js';
import { ApiKeyIssueInput, ApiKeyRevokeInput, ApiKeyRotateInput } from './api-key.args.js';
import { keyStateAt, type StoredKey } from './api-key.rules.js';
import { ApiKey, ApiKeyRevokePayload, ApiKeySecretPayload, ApiKeyState } from './api-key.type.js';

const WHAT = { description: 'What to change, and why.' };

@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Needs('ADMINISTER')
  @Query(() => [ApiKey], { description: 'All API keys, those that are good no more among them, latest first.' })
  apiKeys(@Ctx() context: Context): Promise<StoredKey[]> {
    return context.apiKeys.list();
  }

  @Needs('ADMINISTER')
  @Mutation(() => ApiKeySecretPayload, {
    description: 'Issues an API key. Its secret is in the answer, and nowhere else.',
  })
  apiKeyIssue(@Arg('input', () => ApiKeyIssueInput, WHAT) input: ApiKeyIssueInput, @Ctx() context: Context) {
    return withSecret(context.apiKeys.issue({ ...input, actor: context.actor }));
  }

  @Needs('ADMINISTER')
  @Mutation(() => ApiKeySecretPayload, {
    description:
      'Gives an API key a new secret and a new time. The present secret stays good for some hours beside it.',
  })
  apiKeyRotate(@Arg('input', () => ApiKeyRotateInput, WHAT) input: ApiKeyRotateInput, @Ctx() context: Context) {
    return withSecret(context.apiKeys.rotate({ ...input, actor: context.actor }));
  }

  @Needs('ADMINISTER')
  @Mutation(() => ApiKeyRevokePayload, {
    description:
      'Ends an API key at once, with all its secrets. Other processes on the same graph refuse it within two seconds.',
  })
  apiKeyRevoke(@Arg('input', () => ApiKeyRevokeInput, WHAT) input: ApiKeyRevokeInput, @Ctx() context: Context) {
    return context.apiKeys
      .revoke({ ...input, actor: context.actor })
      .then((apiKey) => ({ apiKey, userErrors: [] }), refused);
  }

  @FieldResolver(() => ApiKeyState, { description: 'Whether it is good now.' })
  state(@Root() key: StoredKey) {
    return keyStateAt(key, new Date().toISOString());
  }
}

const withSecret = (issued: Promise<{ readonly stored: StoredKey; readonly key: string }>) =>
  issued.then(({ stored, key }) => ({ apiKey: stored, secret: key, userErrors: [] }), refused);

/** Answers a refusal; throws any other error again. */
function refused(error: unknown) {
  if (error instanceof Refusal) return { apiKey: null, secret: null, userErrors: error.userErrors };
  throw error;
}
