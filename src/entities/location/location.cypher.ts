import { type Listing, leadsTo } from '../../graph/query/listing.js';
import { entityById, entityInBrief, entityRow } from '../../graph/query/record-row.cypher.js';
import {
  hasCode,
  hasCoordinates,
  NAME_FILTER,
  NAME_ORDERS,
  namedOnly,
  placesAround,
} from '../../graph/query/visible.cypher.js';
import { LOCATION } from '../../model/record/fields/entity.js';

export const LOCATION_BY_ID = entityById('Location', LOCATION);
export const LOCATION_IN_BRIEF = entityInBrief('Location');

/** True where the place lies in the circle `$filter.near`, as far as the reader may know where it lies; kilometres. */
export const near = (place: string) =>
  `${hasCoordinates(place)} AND point.distance(${place}.point, point({latitude: $filter.near.latitude, longitude: $filter.near.longitude})) <= $filter.near.kilometres * 1000.0`;

export const LOCATIONS: Listing = {
  name: 'locations',
  match: 'MATCH (n:Location)',
  where: 'true',
  bind: namedOnly,
  orders: NAME_ORDERS,
  filters: {
    name: NAME_FILTER,
    kinds: 'n.kind IN $filter.kinds',
    countries: hasCode('n', LOCATION.country.fact, '$filter.countries'),
    within: leadsTo(`${placesAround('n', 1)} (:Location {id: $filter.within})`),
    near: near('n'),
  },
  row: entityRow('Location', LOCATION),
};

/** The places directly inside a place. */
export const PLACES_INSIDE: Listing = {
  ...LOCATIONS,
  name: 'Location.contains',
  match: 'MATCH (n:Location)-[:WITHIN]->(:Location {id: parent})',
};
