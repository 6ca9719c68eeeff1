import type { ConfigFile } from '../../config/file';
import { springSettings } from '../../config/settings';
import { setValue } from '../repairs/configEdits';
import type { Observation } from '../rule';
import { exampleOrigin, title } from './fix';

const message =
  'This lets every website read these answers in a visitor’s browser. List the origins that need it.';

/** `*` in the CORS settings of Spring: of its management endpoints, of GraphQL, of the gateway. */
export function config(file: ConfigFile): readonly Observation[] {
  return springSettings(file).flatMap(({ canonical, value, at, purpose }): Observation[] => {
    const isOrigins =
      /\.(?:cors|globalcors\.corsconfigurations\..*)\.allowedorigin(?:s|patterns)(?:\.\d+|\[\d+\])?$/.test(
        canonical,
      );
    if (!isOrigins || value.trim() !== '*' || purpose === 'test' || purpose === 'development') {
      return [];
    }
    return [
      {
        at,
        severity: 'warning',
        message,
        fixes: () => setValue(title, at, exampleOrigin, false),
      },
    ];
  });
}
