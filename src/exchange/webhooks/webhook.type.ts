import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../graphql/enums.js';
import type { AccessLevel } from '../../model/access.rules.js';

/** Webhooks as editors see them. Secrets are not among it, nor the path of an address, which may be one. */

@ObjectType({
  description: 'One notice that there is something new, as it is on its way to a webhook or was given up.',
})
export class WebhookDelivery {
  @Field(() => ID, { description: 'Its id, the header `webhook-id`; the same at each attempt.' })
  id!: string;

  @Field(() => String, { description: 'When the change was noticed; an instant in UTC.' })
  noticedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last notice that arrived before it; null before the first.',
  })
  since!: string | null;

  @Field(() => String, { description: 'The cursor of the feed when the change was noticed.' })
  cursor!: string;

  @Field(() => Int, { description: 'How many attempts have failed.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'When the last attempt failed; null before the first.' })
  attemptedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'When the next attempt is due; null of a dead letter.' })
  nextAttemptAt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status that the last attempt was answered with; null without an answer.',
  })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed; null before the first.' })
  failure!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first 200 characters of the last answer, without control characters; null without an answer.',
  })
  excerpt!: string | null;
}

@ObjectType({ description: 'An address that is told when there is something new for a reader of its level.' })
export class WebhookStatus {
  @Field(() => String, { description: 'The name that the file of webhooks gives it.' })
  name!: string;

  @Field(() => String, { description: 'Scheme, host and port of its address, such as `https://partner.example`.' })
  origin!: string;

  @Field(() => Access, { description: 'The level of access of the reader whose feed it follows.' })
  access!: AccessLevel;

  @Field(() => String, { nullable: true, description: 'When a notice last arrived; null before the first.' })
  deliveredAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Since when nothing is sent, because its receiver answered 410; null while it is enabled.',
  })
  disabledAt!: string | null;

  @Field(() => WebhookDelivery, { nullable: true, description: 'The notice that is on its way; null without one.' })
  pending!: WebhookDelivery | null;

  @Field(() => [WebhookDelivery], {
    description: 'Notices that were given up, the latest last; the last 100 of them.',
  })
  deadLetters!: readonly WebhookDelivery[];
}

@ObjectType({ description: 'What one attempt to deliver came to.' })
export class WebhookAttempt {
  @Field(() => Boolean, { description: 'Whether it was answered with a status from 200 to 299.' })
  delivered!: boolean;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null without an answer.' })
  status!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; null if it was delivered.' })
  failure!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first 200 characters of the answer, without control characters; null if it was delivered.',
  })
  excerpt!: string | null;
}
