import { Field, Float, ObjectType } from 'type-graphql';
import { LocationKind, Precision } from '../../graphql/enums.js';
import { Entity, Node } from '../../graphql/node.type.js';
import type { LOCATION_KIND, PRECISION, Word } from '../../model/vocabulary.js';

@ObjectType({ implements: [Node, Entity], description: 'A place: a country, region, town, site or area.' })
export class Location extends Entity {
  withinId!: string | null;
  coordinatesFromId!: string | null;

  @Field(() => LocationKind, { description: 'What kind of place it is.' })
  kind!: Word<typeof LOCATION_KIND>;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 code of the country.' })
  country!: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS 84.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS 84.' })
  longitude!: number | null;

  @Field(() => Precision, { description: 'How precisely the coordinates give it; a town has those of its centre.' })
  precision!: Word<typeof PRECISION>;
}
