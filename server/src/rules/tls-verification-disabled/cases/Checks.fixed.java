import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClientBuilder;

class Checks {
  void first() throws Exception {
    System.setProperty("https.protocols", "TLSv1.2"); // finds tls-verification-disabled (warning)
    SSLContext context = SSLContext.getInstance("TLS"); // finds tls-verification-disabled (warning)
    HttpClient client = HttpClientBuilder.create().useSystemProperties().build(); // finds tls-verification-disabled (warning)
  }

  Object second() {
    return HttpClients.custom()
        .build();
  }
}
