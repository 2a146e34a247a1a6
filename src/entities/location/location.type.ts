import { ObjectType } from 'type-graphql';
import { Entity, Node } from '../../graphql/node.type.js';
import { answerFields, withRow } from '../../graphql/record-fields.js';
import { LOCATION } from '../../model/record/fields/entity.js';

@answerFields(LOCATION)
@ObjectType({ implements: [Node, Entity], description: 'A place: a country, region, town, site or area.' })
export class Location extends withRow(Entity, LOCATION) {}
