import type { ConfigFile } from '../../config/file';
import { springSettings } from '../../config/settings';
import { setValue } from '../repairs/configEdits';
import type { Observation } from '../rule';

const message =
  'This switches off the protection against requests that other websites start in a visitor’s name. Remove it; only a service without cookies can do without.';

/** The switch of Spring Boot 1: https://docs.spring.io/spring-boot/docs/1.5.x/reference/html/common-application-properties.html */
export function config(file: ConfigFile): readonly Observation[] {
  return springSettings(file).flatMap(({ canonical, value, at, purpose }): Observation[] =>
    canonical === 'security.enablecsrf' && /^false$/i.test(value) && purpose !== 'test'
      ? [
          {
            at,
            severity: 'warning',
            message,
            fixes: () => setValue('Leave the protection on', at, 'true', false),
          },
        ]
      : [],
  );
}
