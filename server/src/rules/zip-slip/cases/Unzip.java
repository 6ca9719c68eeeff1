import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Unzip {
  void path(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Path path = folder.resolve(entry.getName());
    Files.copy(zip, path); // finds zip-slip
  }

  void file(ZipInputStream zip, File folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    File file = new File(folder, entry.getName());
    FileOutputStream out = new FileOutputStream(file); // finds zip-slip
    out.close();
  }
}
