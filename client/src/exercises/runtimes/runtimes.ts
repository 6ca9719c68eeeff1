import type { Track } from '../model';
import { django } from './django';
import { express } from './express';
import { flask } from './flask';
import { laravel } from './laravel';
import { phpWeb } from './phpWeb';
import { java, javascript, php, python, ruby } from './programs';
import { rails } from './rails';
import type { Runtime } from './runtime';
import { sinatra } from './sinatra';
import { springBoot } from './springBoot';

/** How each track is run; tracks that are not run have none. */
export const runtimes: Readonly<Partial<Record<Track, Runtime>>> = {
  javascript,
  python,
  java,
  ruby,
  php,
  express,
  flask,
  django,
  laravel,
  rails,
  sinatra,
  'php-web': phpWeb,
  'spring-boot': springBoot,
};
