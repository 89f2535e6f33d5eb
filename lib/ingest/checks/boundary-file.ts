// Owns the reading of a file of boundaries: GeoJSON (RFC 7946) in, areas with their properties out, and what is wrong with it.
// Knows no precincts.

import { type BoundingBox, boundingBox } from '@/lib/core/geometry/distance';
import { latLngOf, type Polygon, type Position } from '@/lib/core/geometry/geojson';
import { ringFault } from '@/lib/core/geometry/ring';
import { isInUnitedStates } from '@/lib/core/geometry/united-states';
import type { LatLng } from '@/lib/core/vip';
import { decodeText } from '../files/decode-text';
import { type SourceFile, SourceReadError } from '../files/source-file';
import type { ProblemLog } from '../problems/problem';

/** One feature's area. */
export interface Boundary {
  readonly file: string;
  /** Counts the features of the file from 1. */
  readonly number: number;
  /** Texts and numbers only. */
  readonly properties: Readonly<Record<string, string>>;
  /** Empty where it is not whole. */
  readonly polygons: readonly Polygon[];
  /** Also of what is not whole; null where there is no corner at all. */
  readonly box: BoundingBox | null;
}

const maxBytes = 50 * 1024 * 1024;
const maxFeatures = 50_000;
const maxCorners = 3_000_000;

/** The boundaries of one file; [] where it could not be used, which is reported. */
export async function readBoundaries(file: SourceFile, log: ProblemLog): Promise<readonly Boundary[]> {
  const refuse = (detail: string) => {
    log.report('boundary-file-unreadable', { file: file.name }, detail);
    return [];
  };
  if (file.sizeBytes > maxBytes) return refuse('It is larger than 50 MB.');
  const json = await parseFile(file);
  if (json === undefined) return refuse('It is not JSON, or was cut off.');
  const features = featuresOf(json);
  if (features === null) return refuse('It holds no GeoJSON features.');
  if (features.length > maxFeatures) return refuse('It has more than 50,000 features.');
  const shapes = features.map((feature) => polygonsIn(geometryOf(feature)));
  const outlines = shapes.flatMap((polygons) => polygons?.flatMap((rings) => rings.slice(0, 1)) ?? []);
  const size = shapes.reduce((sum, polygons) => sum + cornersIn(polygons ?? []), 0);
  if (size > maxCorners) return refuse('Its outlines have more than 3,000,000 corners.');
  const misplaced = misplacement(outlines.flatMap((ring) => ring.slice(0, 1)));
  if (misplaced !== null) {
    log.report(misplaced, { file: file.name });
    return [];
  }
  return features.map((feature, i) => boundaryOf(file.name, i + 1, feature, shapes[i]!, log));
}

async function parseFile(file: SourceFile): Promise<unknown> {
  try {
    let text = '';
    let chars = 0;
    for await (const piece of decodeText(file, 'utf-8')) {
      chars += piece.length;
      if (chars > maxBytes) return undefined;
      text += piece;
    }
    return JSON.parse(text);
  } catch (error) {
    // RangeError: brackets within brackets past any use.
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof SourceReadError)
      return undefined;
    throw error;
  }
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A collection's features; a feature or an area on its own counts as one. */
function featuresOf(json: unknown): readonly unknown[] | null {
  if (!isObject(json)) return null;
  if (json.type === 'FeatureCollection') return Array.isArray(json.features) ? json.features : null;
  if (json.type === 'Feature') return [json];
  return json.type === 'Polygon' || json.type === 'MultiPolygon' ? [{ geometry: json }] : null;
}

const geometryOf = (feature: unknown): unknown => (isObject(feature) ? feature.geometry : undefined);

type RawPolygon = readonly (readonly Position[])[];

/** The polygons as they stand; null where the geometry is no area or is none at all. */
function polygonsIn(geometry: unknown): readonly RawPolygon[] | null {
  if (!isObject(geometry)) return null;
  const { type, coordinates } = geometry;
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  return isListOf(polygons, (polygon) => isListOf(polygon, (ring) => isListOf(ring, isPosition)))
    ? (polygons as readonly RawPolygon[])
    : null;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isPosition(value: unknown): boolean {
  return (
    isListOf(value, (number) => typeof number === 'number' && Number.isFinite(number)) &&
    (value as Position).length >= 2
  );
}

function cornersIn(polygons: readonly RawPolygon[]): number {
  return polygons.reduce((sum, rings) => sum + rings.reduce((corners, ring) => corners + ring.length, 0), 0);
}

/** By one corner of each outline: most of them have to lie in the country. */
function misplacement(
  positions: readonly Position[],
): 'boundary-not-in-degrees' | 'boundary-latitude-first' | null {
  if (positions.length === 0) return null;
  const most = (isOne: (position: Position) => boolean) =>
    positions.filter(isOne).length * 2 > positions.length;
  const isHere = (point: LatLng | null) => point !== null && isInUnitedStates(point);
  if (most((position) => isHere(latLngOf(position)))) return null;
  return most(([x = 0, y = 0]) => Math.abs(x) > 180 || Math.abs(y) > 180)
    ? 'boundary-not-in-degrees'
    : 'boundary-latitude-first';
}

function boundaryOf(
  file: string,
  number: number,
  feature: unknown,
  raw: readonly RawPolygon[] | null,
  log: ProblemLog,
): Boundary {
  const properties = propertiesOf(feature);
  const corners = (raw ?? []).flatMap((rings) => rings.flat().map(latLngOf));
  const box = boundingBox(corners.filter((corner) => corner !== null));
  const polygons = (raw ?? []).map((rings) => rings.map((ring) => ring.map(latLngOf)));
  const fault = faultOf(polygons);
  if (fault !== null) {
    const value = properties.name ?? Object.values(properties)[0] ?? null;
    log.report('boundary-invalid', { file, value }, `Feature ${number}: ${fault}.`);
  }
  return { file, number, properties, polygons: fault === null ? (polygons as readonly Polygon[]) : [], box };
}

const faultWords = {
  tooShort: 'a ring has fewer than four corners',
  open: 'a ring is not closed',
  crossing: 'a ring crosses itself',
};

/** As the end of a sentence; null for none. */
function faultOf(polygons: readonly (readonly (readonly (LatLng | null)[])[])[]): string | null {
  if (polygons.every((rings) => rings.length === 0)) return 'it is no area';
  for (const ring of polygons.flat()) {
    if (ring.some((corner) => corner === null)) return 'a corner is no place on Earth';
    const fault = ringFault(ring as readonly LatLng[]);
    if (fault !== null) return faultWords[fault];
  }
  return null;
}

function propertiesOf(feature: unknown): Readonly<Record<string, string>> {
  const properties = isObject(feature) ? feature.properties : null;
  const id = isObject(feature) ? feature.id : undefined;
  const entries = [
    ...Object.entries(isObject(properties) ? properties : {}),
    ['id of the feature', id] as const,
  ];
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value).trim()]] : [],
    ),
  );
}
