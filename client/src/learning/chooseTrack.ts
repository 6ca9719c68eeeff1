import { type Exercise, type Language, languageOfTrack, type Track } from '../exercises/model';

/** What the learner chose in the settings. */
export interface Choice {
  readonly language: Language;
  /** A framework of that language, where it has several. */
  readonly framework: Track | undefined;
}

/**
 * The track of an exercise for a choice: that framework, else that language, else one without a
 * language, else the first.
 */
export function chooseTrack({ tracks }: Exercise, { language, framework }: Choice): Track {
  const byFramework = tracks.find((track) => track === framework);
  const byLanguage = tracks.find((track) => languageOfTrack[track] === language);
  const neutral = tracks.find((track) => languageOfTrack[track] === undefined);
  const chosen =
    (byFramework !== undefined && languageOfTrack[byFramework] === language
      ? byFramework
      : undefined) ??
    byLanguage ??
    neutral ??
    tracks[0];
  if (chosen === undefined) throw new Error('the exercise has no track');
  return chosen;
}
