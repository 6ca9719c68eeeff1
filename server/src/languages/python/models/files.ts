import type { FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, kw, sinks } from '../../specs';

const read = { data: { op: 'read' } };
const write = { data: { op: 'write' } };
const remove = { data: { op: 'delete' } };
const check = { data: { op: 'check' } };
const path = 'pathlib.Path#';

/** Files: open, os, shutil, pathlib, tempfile; archives. */
export const files: FrameworkModel = {
  name: 'files',
  doc: 'https://docs.python.org/3/library/pathlib.html',
  types: {
    ...instances(path, [
      ...each('pathlib.', 'Path() PosixPath() WindowsPath() PurePath() PurePosixPath() Path.cwd()'),
      ...each(path, 'joinpath() resolve() absolute() with_name() with_suffix() parent'),
    ]),
    ...instances('zipfile.ZipFile#', ['zipfile.ZipFile()', 'zipfile.PyZipFile()']),
    ...instances('tarfile.TarFile#', [
      'tarfile.open()',
      'tarfile.TarFile()',
      'tarfile.TarFile.open()',
    ]),
    ...instances('zipfile.ZipInfo#', ['zipfile.ZipFile#getinfo()', 'zipfile.ZipInfo()']),
    ...instances('tarfile.TarInfo#', ['tarfile.TarFile#getmember()', 'tarfile.TarInfo()']),
  },
  carriers: [path, 'zipfile.ZipInfo#', 'tarfile.TarInfo#'],
  sources: [
    ...['zipfile.ZipInfo#filename', 'tarfile.TarInfo#name', 'tarfile.TarInfo#path'].map(
      (symbol) => ({ symbol, kind: 'archive-entry', label: 'a name in an archive' }) as const,
    ),
    ...each('zipfile.ZipFile#', 'namelist infolist')
      .concat(each('tarfile.TarFile#', 'getnames getmembers'))
      .map(
        (symbol) =>
          ({ symbol, called: true, kind: 'archive-entry', label: 'a name in an archive' }) as const,
      ),
  ],
  sinks: [
    ...sinks(
      'file-path',
      ['open', 'io.open', 'codecs.open', 'os.open', 'aiofiles.open', 'gzip.open', 'bz2.open'],
      { path: at(0, 'file') },
      read,
    ),
    ...sinks(
      'file-path',
      ['file', 'io.FileIO', 'lzma.open', 'linecache.getline'],
      { path: at(0) },
      read,
    ),
    ...sinks('file-path', each('os.', 'listdir scandir walk readlink'), { path: at(0) }, read),
    ...sinks(
      'file-path',
      each('os.', 'mkdir makedirs chmod chown link symlink truncate utime'),
      { path: at(0) },
      write,
    ),
    ...sinks('file-path', each('os.', 'remove unlink rmdir removedirs'), { path: at(0) }, remove),
    ...across(
      ['os.', 'shutil.'],
      'rename renames replace move copy copy2 copyfile copytree',
    ).flatMap((call) => [
      ...sinks('file-path', [call], { path: at(0, 'src') }, read),
      ...sinks('file-path', [call], { path: at(1, 'dst') }, write),
    ]),
    ...sinks('file-path', ['shutil.rmtree'], { path: at(0, 'path') }, remove),
    ...sinks(
      'file-path',
      each('os.path.', 'exists lexists isfile isdir islink getsize getmtime'),
      { path: at(0) },
      check,
    ),
    ...sinks('file-path', each(path, 'exists is_file is_dir stat'), { path: 'receiver' }, check),
    ...sinks(
      'file-path',
      each(path, 'open read_text read_bytes iterdir readlink'),
      { path: 'receiver' },
      read,
    ),
    ...sinks(
      'file-path',
      each(path, 'write_text write_bytes mkdir touch chmod symlink_to rename replace'),
      { path: 'receiver' },
      write,
    ),
    ...sinks('file-path', each(path, 'unlink rmdir'), { path: 'receiver' }, remove),
    ...sinks('extract', ['shutil.unpack_archive'], {
      archive: at(0, 'filename'),
      path: at(1, 'extract_dir'),
      filter: kw('filter'),
    }),
    ...sinks('extract', ['tarfile.TarFile#extractall', '*.extractall'], {
      path: at(0, 'path'),
      filter: kw('filter'),
    }),
  ],
  calls: [
    ...gives('propagate', [
      ...each('os.path.', 'join abspath realpath normpath dirname expanduser expandvars relpath'),
      ...each('os.path.', 'normcase splitext split'),
      'posixpath.join',
      'ntpath.join',
    ]),
    ...gives('propagate', each('pathlib.', 'Path PosixPath WindowsPath PurePath PurePosixPath')),
    ...gives('propagate', each(path, 'joinpath resolve absolute with_name with_suffix as_posix')),
    ...cleans(each(path, 'read_text read_bytes exists is_file is_dir stat')),
    ...cleans(each('os.path.', 'exists isfile isdir islink getsize getmtime')),
    ...cleans(
      ['os.path.basename', 'ntpath.basename', 'posixpath.basename'],
      ['file-path', 'upload', 'extract'],
    ),
    ...cleans(['pathvalidate.sanitize_filename'], ['file-path', 'upload', 'extract']),
    ...cleans(each('tempfile.', 'mkdtemp mkstemp NamedTemporaryFile TemporaryDirectory')),
    // What a file holds is not what its name said.
    ...cleans(['open', 'io.open', 'codecs.open', 'os.listdir', 'os.open']),
  ],
};
