import type { EntryPointSpec, FrameworkModel } from '../../../engine/model';
import { across, at, cleans, each, gives, instances, sinks } from '../../specs';

/** Files and folders by their path. */
export const files: FrameworkModel = {
  name: 'files',
  doc: 'https://docs.ruby-lang.org/en/3.4/File.html',
  types: {
    ...instances('Net.FTP#', ['Net.FTP()', 'Net.FTP.open()']),
    ...instances('Pathname#', [
      'Pathname()',
      'Pathname.new()',
      'Pathname#join()',
      'Pathname#+()',
      'Pathname#parent()',
      'Rails.root',
      'Rails.root.join()',
    ]),
  },
  sinks: [
    // The classes that deal with files have most of these from each other.
    ...(
      [
        [
          'read',
          'open read binread readlines foreach sysopen readlink entries children each_child glob load load_file',
        ],
        ['check', 'exist? exists? file? directory? readable? size? zero? stat lstat size mtime'],
        [
          'write',
          'write binwrite chmod lchmod chmod_R chown lchown truncate mkfifo mkdir mkdir_p mkpath makedirs ' +
            'touch chdir cd chroot',
        ],
        [
          'delete',
          'delete unlink safe_unlink rmdir rm rm_f rm_r rm_rf rmtree remove remove_entry ' +
            'remove_entry_secure remove_dir remove_file',
        ],
      ] as const
    ).flatMap(([op, names]) =>
      sinks(
        'file-path',
        across(['File.', 'IO.', 'Dir.', 'Kernel.', 'FileUtils.', 'PStore.', 'Pathname.'], names),
        { path: at(0) },
        { data: { op } },
      ),
    ),
    // What somebody sent is stored under a name that somebody sent.
    ...sinks(
      'upload',
      across(['File.', 'IO.'], 'write binwrite'),
      { name: at(0), path: at(0) },
      { data: { part: 'store' }, where: [{ arg: at(1), taint: 'remote' }] },
    ),
    ...sinks(
      'upload',
      each('FileUtils.', 'mv move cp copy copy_file'),
      { name: at(1), path: at(1) },
      { data: { part: 'store' }, where: [{ arg: at(0), taint: 'remote' }] },
    ),
    ...sinks(
      'file-path',
      [
        'File',
        'Dir',
        'PStore',
        'YAML.Store',
        'Dir.[]',
        'open',
        ...each('CSV.', 'foreach read readlines open table'),
        ...each('YAML.', 'load_file unsafe_load_file safe_load_file'),
        ...each('JSON.', 'load_file load_file!'),
        'Zip.File.open',
        'Zip.InputStream.open',
        'MiniMagick.Image.open',
        ...each('SQLite3.Database.', 'open'),
        ...each('Roo.', 'Spreadsheet.open Excelx CSV'),
      ],
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each(
        'Net.FTP#',
        'get getbinaryfile gettextfile put putbinaryfile puttextfile delete rename mkdir rmdir chdir ' +
          'list nlst size mtime storlines storbinary retrlines retrbinary sendcmd',
      ),
      { path: at(0) },
      { data: { op: 'read' } },
    ),
    ...across(
      ['File.', 'FileUtils.', 'Dir.', 'IO.', 'Pathname.', 'PStore.', 'Kernel.'],
      'rename symlink link mv move cp copy cp_r copy_file syscopy ln ln_s install',
    ).flatMap((symbol) => [
      ...sinks('file-path', [symbol], { path: at(0) }, { data: { op: 'write' } }),
      ...sinks('file-path', [symbol], { path: at(1) }, { data: { op: 'write' } }),
    ]),
    ...sinks(
      'file-path',
      each('Pathname#', 'read binread open readlines each_line entries children glob'),
      { path: 'receiver' },
      { data: { op: 'read' } },
    ),
    ...sinks(
      'file-path',
      each('Pathname#', 'write binwrite mkpath mkdir rename'),
      { path: 'receiver' },
      { data: { op: 'write' } },
    ),
    ...sinks(
      'file-path',
      each('Pathname#', 'delete unlink rmtree rmdir'),
      { path: 'receiver' },
      { data: { op: 'delete' } },
    ),
  ],
  calls: [
    ...cleans(
      ['File.basename', '*.basename', 'File.extname', '*.extname'],
      ['file-path', 'upload'],
    ),
    ...cleans([
      ...each('File.', 'exist? exists? file? directory? readable? fnmatch fnmatch? zero? size?'),
      'Dir.exist?',
    ]),
    ...gives('concat', ['File.join']),
    ...gives('propagate', [
      ...each('File.', 'expand_path absolute_path realpath dirname path'),
      'Pathname',
      'Pathname.new',
      ...each('Pathname#', 'join + parent expand_path realpath cleanpath to_s to_path'),
      'Rails.root.join',
      'Tempfile.new',
      'Tempfile.create',
    ]),
    // What stands in a file is not what named it.
    ...cleans([
      ...across(['File.', 'IO.'], 'read binread readlines stat size mtime'),
      ...each('Dir.', 'entries children glob [] mktmpdir pwd'),
      ...each('Pathname#', 'read binread readlines children exist? file? directory?'),
    ]),
  ],
};

/** rubyzip: names in an archive may lead out of the folder. */
export const archives: FrameworkModel = {
  name: 'rubyzip',
  doc: 'https://github.com/rubyzip/rubyzip#readme',
  types: {
    ...instances('Zip.File#', ['Zip.File.open()', 'Zip.File.new()', 'Zip.File()']),
    ...instances('Zip.Entry#', [
      'Zip.File#get_entry()',
      'Zip.File#find_entry()',
      'Zip.InputStream#get_next_entry()',
    ]),
    ...instances('Zip.InputStream#', ['Zip.InputStream.open()', 'Zip.InputStream()']),
    ...instances('Gem.Package.TarReader#', ['Gem.Package.TarReader()']),
  },
  sources: [
    {
      symbol: 'Zip.Entry#name',
      kind: 'archive-entry',
      label: 'a name in an archive',
    },
    {
      symbol: 'Zip.Entry#full_name',
      kind: 'archive-entry',
      label: 'a name in an archive',
    },
  ],
  entryPoints: [
    ...each('', 'Zip.File.open Zip.File.open_buffer').map(
      (call): EntryPointSpec => ({
        by: 'registration',
        call,
        from: 0,
        params: ['Zip.File#'],
      }),
    ),
    { by: 'registration', call: 'Zip.InputStream.open', from: 0, params: ['Zip.InputStream#'] },
    ...each('', 'Zip.File#each Zip.File#each_entry Gem.Package.TarReader#each').map(
      (call): EntryPointSpec => ({ by: 'registration', call, from: 0, params: ['Zip.Entry#'] }),
    ),
  ],
  sinks: [
    ...sinks(
      'file-path',
      ['Zip.Entry#extract', 'Zip.File#extract'],
      { path: at(0, 'destination_directory') },
      { data: { op: 'write' } },
    ),
    ...sinks('file-path', ['Zip.File#extract'], { path: at(1) }, { data: { op: 'write' } }),
  ],
};
