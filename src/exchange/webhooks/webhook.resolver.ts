import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { Needs } from '../../graphql/needs.js';
import { WebhookAttempt, WebhookStatus } from './webhook.type.js';

const NAME = 'The name of the webhook.';

@Resolver()
export class WebhookResolver {
  @Needs('WEBHOOKS')
  @Query(() => [WebhookStatus], {
    description: 'The webhooks of this server, with what is on its way to them and what was given up.',
  })
  async webhooks(@Ctx() context: Context): Promise<WebhookStatus[]> {
    const webhooks = context.webhooks();
    const states = await webhooks.current();
    return webhooks.all.flatMap((webhook) => {
      const state = states.get(webhook.config.name);
      return state ? [statusOf(webhook, state)] : [];
    });
  }

  @Needs('WEBHOOKS')
  @Mutation(() => WebhookAttempt, {
    description: 'Sends a signed message of the type `webhook.test` to a webhook, once. It says nothing of the graph.',
  })
  webhookTest(
    @Arg('name', () => String, { description: NAME }) name: string,
    @Ctx() context: Context,
  ): Promise<WebhookAttempt> {
    return context.webhooks().named(name).test();
  }

  @Needs('WEBHOOKS')
  @Mutation(() => WebhookAttempt, {
    description:
      'Sends a dead letter again, once, or what is on its way at once. A dead letter that arrives is removed.',
  })
  webhookResend(
    @Arg('name', () => String, { description: NAME }) name: string,
    @Arg('id', () => ID, { description: 'The id of the delivery.' }) id: string,
    @Ctx() context: Context,
  ): Promise<WebhookAttempt> {
    return context.webhooks().named(name).resend(id);
  }

  @Needs('WEBHOOKS')
  @Mutation(() => WebhookStatus, {
    description: 'Delivers again to a webhook whose receiver answered 410.',
  })
  async webhookEnable(
    @Arg('name', () => String, { description: NAME }) name: string,
    @Ctx() context: Context,
  ): Promise<WebhookStatus> {
    const webhook = context.webhooks().named(name);
    return statusOf(webhook, await webhook.enable());
  }
}

type Webhook = ReturnType<ReturnType<Context['webhooks']>['named']>;

function statusOf({ config }: Webhook, state: Awaited<ReturnType<Webhook['enable']>>): WebhookStatus {
  const { name, address, access } = config;
  return { ...state, name, access, origin: address.origin };
}
