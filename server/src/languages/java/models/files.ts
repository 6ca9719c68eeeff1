import type { FrameworkModel } from '../../../engine/model';
import { at, cleans, each, gives, instances, sinks, sources } from '../../specs';
import { classes } from './classes';

const read = { data: { op: 'read' } };
const write = { data: { op: 'write' } };
const remove = { data: { op: 'delete' } };
const path = { path: at(0) };
const itself = { path: 'receiver' } as const;

/** `java.io` and `java.nio.file`: files, archives, and Apache Commons IO. */
export const files: FrameworkModel = {
  name: 'java-files',
  doc: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/nio/file/Files.html',
  types: {
    ...classes('java.io.', 'File'),
    ...instances('java.io.File#', [
      'java.nio.file.Path#toFile()',
      ...each('java.io.File#', 'getParentFile() getCanonicalFile() getAbsoluteFile()'),
    ]),
    ...instances('java.nio.file.Path#', [
      ...each('java.nio.file.', 'Path() Paths.get() Path.of()'),
      'java.io.File#toPath()',
      ...each(
        'java.nio.file.Path#',
        'resolve() resolveSibling() normalize() toAbsolutePath() getParent() toRealPath()',
      ),
    ]),
    ...instances('java.util.zip.ZipEntry#', [
      ...each('java.util.', 'zip.ZipEntry() jar.JarEntry()'),
      ...each(
        'java.util.zip.',
        'ZipInputStream#getNextEntry() ZipFile#getEntry() ZipFile#entries()',
      ),
      ...each(
        'org.apache.commons.compress.archivers.',
        'ArchiveEntry() zip.ZipArchiveEntry() tar.TarArchiveEntry()',
      ),
    ]),
    ...classes('java.util.zip.', 'ZipInputStream ZipFile'),
    'java.util.jar.JarFile()': 'java.util.zip.ZipFile#',
    'java.util.jar.JarInputStream()': 'java.util.zip.ZipInputStream#',
  },
  sources: sources(
    'archive-entry',
    'a name inside an archive',
    ['java.util.zip.ZipEntry#getName'],
    true,
  ),
  sinks: [
    ...sinks('file-path', each('java.io.', 'FileInputStream FileReader'), path, read),
    ...sinks(
      'file-path',
      each('java.io.', 'FileOutputStream FileWriter PrintWriter PrintStream'),
      path,
      write,
    ),
    ...sinks('file-path', ['java.io.RandomAccessFile'], path, read),
    ...sinks('file-path', ['java.util.Scanner'], path, {
      ...read,
      where: [{ arg: at(0), symbol: ['java.io.File#'] }],
    }),
    ...sinks(
      'file-path',
      each(
        'java.nio.file.Files.',
        `readAllBytes readAllLines readString lines newInputStream newBufferedReader newByteChannel
         list walk newDirectoryStream`,
      ),
      path,
      read,
    ),
    ...sinks(
      'file-path',
      each(
        'java.nio.file.Files.',
        `write writeString newOutputStream newBufferedWriter createFile createDirectory createDirectories
         setPosixFilePermissions`,
      ),
      path,
      write,
    ),
    ...sinks('file-path', each('java.nio.file.Files.', 'delete deleteIfExists'), path, remove),
    ...sinks('file-path', each('java.nio.file.Files.', 'copy move'), path, read),
    ...sinks('file-path', each('java.nio.file.Files.', 'copy move'), { path: at(1) }, write),
    ...sinks('file-path', ['java.io.File#renameTo'], path, write),
    ...sinks('file-path', each('java.io.File#', 'exists list listFiles'), itself, read),
    ...sinks('file-path', each('java.io.File#', 'createNewFile mkdir mkdirs'), itself, write),
    ...sinks('file-path', each('java.io.File#', 'delete deleteOnExit'), itself, remove),
    ...sinks('file-path', each('java.io.File.', 'createTempFile'), { path: at(0) }, write),
    ...sinks(
      'file-path',
      each(
        'org.apache.commons.io.FileUtils.',
        'readFileToString readFileToByteArray readLines openInputStream lineIterator',
      ),
      path,
      read,
    ),
    ...sinks(
      'file-path',
      each(
        'org.apache.commons.io.FileUtils.',
        'writeStringToFile writeByteArrayToFile openOutputStream forceMkdir touch',
      ),
      path,
      write,
    ),
    ...sinks(
      'file-path',
      each('org.apache.commons.io.FileUtils.', 'copyInputStreamToFile'),
      { path: at(1) },
      write,
    ),
    ...sinks(
      'file-path',
      each('org.apache.commons.io.FileUtils.', 'deleteQuietly forceDelete deleteDirectory'),
      path,
      remove,
    ),
    ...sinks(
      'file-path',
      [
        ...each(
          'com.google.common.io.Files.',
          `toString readLines asCharSource asByteSource toByteArray newReader readFirstLine hash map
           copy move`,
        ),
        ...each(
          'org.apache.commons.io.FileUtils.',
          `copyFile copyFileToDirectory copyDirectory copyDirectoryToDirectory moveFile moveDirectory
           moveFileToDirectory listFiles iterateFiles sizeOf checksumCRC32`,
        ),
        ...each('org.springframework.util.', 'FileCopyUtils.copy FileSystemUtils.copyRecursively'),
        ...each('java.util.', 'zip.ZipFile jar.JarFile logging.FileHandler'),
        ...each('java.nio.channels.', 'FileChannel.open AsynchronousFileChannel.open'),
        ...each(
          'java.nio.file.Files.',
          'walkFileTree find readAttributes probeContentType createSymbolicLink newByteChannel',
        ),
      ],
      path,
      read,
    ),
    ...sinks(
      'file-path',
      [
        ...each(
          'org.apache.commons.io.FileUtils.',
          `copyFile copyFileToDirectory copyDirectory moveFile moveDirectory moveFileToDirectory
           copyURLToFile copyToFile`,
        ),
        ...each('com.google.common.io.Files.', 'copy move'),
        ...each('org.springframework.util.', 'FileCopyUtils.copy FileSystemUtils.copyRecursively'),
      ],
      { path: at(1) },
      write,
    ),
    ...sinks(
      'file-path',
      each(
        'com.google.common.io.Files.',
        'write append newWriter asCharSink asByteSink touch createParentDirs',
      ),
      path,
      write,
    ),
    ...sinks(
      'file-path',
      each('org.springframework.util.', 'FileSystemUtils.deleteRecursively'),
      path,
      remove,
    ),
    ...sinks('file-path', ['javax.imageio.ImageIO.read'], path, {
      ...read,
      where: [{ arg: at(0), symbol: ['java.io.File#'] }],
    }),
    ...sinks('file-path', ['javax.activation.FileDataSource'], path, read),
    ...sinks('file-path', each('*.', 'getResourceAsStream getResource'), path, read),
  ],
  calls: [
    // Where a file is; what it holds is not known.
    ...gives('propagate', [
      'java.io.File',
      ...each('java.nio.file.', 'Paths.get Path.of'),
      ...each(
        'java.nio.file.Path#',
        'resolve resolveSibling normalize toAbsolutePath toFile toRealPath toUri',
      ),
      ...each(
        'java.io.File#',
        'getCanonicalPath getAbsolutePath getPath getCanonicalFile getAbsoluteFile toPath toURI',
      ),
      ...each('org.apache.commons.io.', 'IOUtils.toString IOUtils.toByteArray IOUtils.readLines'),
      ...each('org.apache.commons.io.FilenameUtils.', 'normalize concat'),
    ]),
    // The last part of a path does not lead out of a folder.
    ...cleans(
      [
        'java.io.File#getName',
        'java.nio.file.Path#getFileName',
        'org.apache.commons.io.FilenameUtils.getName',
        'org.apache.commons.io.FilenameUtils.getBaseName',
      ],
      ['file-path', 'extract', 'upload'],
    ),
    ...cleans(
      each(
        'java.io.File#',
        'exists isFile isDirectory length lastModified canRead canWrite mkdir mkdirs delete createNewFile list listFiles',
      ),
    ),
    ...cleans([
      ...each(
        'java.io.',
        'FileInputStream FileReader FileOutputStream FileWriter PrintWriter RandomAccessFile',
      ),
      ...each(
        'java.nio.file.Files.',
        'readAllBytes readAllLines readString lines newInputStream newBufferedReader newOutputStream newBufferedWriter exists isDirectory isRegularFile size copy move write delete list walk',
      ),
      'org.apache.commons.io.FileUtils.readFileToString',
    ]),
    ...cleans(['org.apache.commons.io.FilenameUtils.getExtension']),
  ],
};
