import java.net.URL;
import org.apache.commons.net.ftp.FTPClient;

class Ftp {
  void send(String name, String password) throws Exception {
    FTPClient client = new FTPClient(); // finds cleartext-transport (warning)
    client.connect("files.shop-partner.net");
    client.login(name, password);
  }

  URL prices() throws Exception {
    return new URL("http://api.shop-partner.net/prices"); // finds cleartext-transport (hint)
  }
}
