import { pointText } from '../../../model/record/point.rules.js';
import { LOCATION_KIND } from '../../../model/vocabulary.js';
import type { Conversion } from '../record/conversion.js';
import type { FtmEntity } from './ftm-entity.js';
import type { Cite, FtmWork } from './ftm-work.js';
import { entityRecord, type FtmDraft, worded } from './things.js';

/** Addresses and territories are places. */

const LEVELS: Readonly<Record<string, string>> = {
  country: 'COUNTRY',
  adm1: 'REGION',
  adm2: 'AREA',
  adm3: 'AREA',
  locality: 'PLACE',
};

/** A place. Where people live is left out. */
export function locationIn(work: FtmWork, entity: FtmEntity, id: string): FtmDraft | undefined {
  const { conversion, index } = work;
  if (index.isHome(entity.id)) {
    conversion.report.warning(
      entity.at('full'),
      'a place where something happened or is',
      '',
      'Addresses of people are not imported.',
    );
    return undefined;
  }
  const [full, city] = [entity.first('full'), entity.first('city')];
  const record = entityRecord(work, entity, id, 'locations', full ?? city);
  const point = record && pointIn(conversion, entity, record.cites as Cite[]);
  if (!record || !point) return undefined;
  if (city !== undefined && full !== undefined && !full.includes(city)) entity.leave('city');
  const names = (record.names as readonly { value: string }[]).map(({ value }) => value);
  if (full !== undefined && !names.includes(full)) entity.leave('full');
  const around = entity.schema === 'Territory' ? entity.first('partOf') : undefined;
  const within = around === undefined ? undefined : index.get(around)?.id;
  return {
    ...record,
    kind: kindOfPlace(entity),
    ...point,
    ...(within ? { within } : {}),
  };
}

function kindOfPlace(entity: FtmEntity): string {
  const kind = worded(LOCATION_KIND, entity.values('remarks'));
  if (kind !== undefined) return kind;
  entity.leave('remarks');
  if (entity.schema === 'Territory') return LEVELS[entity.first('level') ?? ''] ?? 'AREA';
  return entity.has('street') ? 'FACILITY' : 'PLACE';
}

/** Coordinates with the first report that tells of the place; nothing, with an error, where they are none. */
function pointIn(conversion: Conversion, entity: FtmEntity, [source]: readonly Cite[]): FtmDraft | undefined {
  const [north, east] = [entity.first('latitude'), entity.first('longitude')];
  if (north === undefined && east === undefined) return {};
  const wrong = [north, east].find((text) => text === undefined || !/^-?\d{1,3}(\.\d+)?$/.test(text));
  const [latitude, longitude] = [Number(north), Number(east)];
  if (
    wrong === undefined &&
    north !== undefined &&
    east !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  )
    return { latitude, longitude, coordinatesFrom: source?.report };
  conversion.report.error(
    entity.at('latitude'),
    'latitude and longitude in degrees',
    pointText({ latitude: north ?? 'none', longitude: east ?? 'none' }),
    'These are not coordinates.',
  );
  return undefined;
}
