import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import org.xml.sax.helpers.XMLReaderFactory;

public class Parsers {
  Document dom(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    DocumentBuilder builder = factory.newDocumentBuilder(); // finds xml-external-entities (warning)
    return builder.parse(in); // finds xml-external-entities (warning)
  }

  Document chained(InputStream in) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in); // finds xml-external-entities (warning), xml-external-entities (warning)
  }

  void sax(InputStream in) throws Exception {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.newSAXParser().parse(in, new DefaultHandler()); // finds xml-external-entities (warning), xml-external-entities (warning)
  }

  XMLStreamReader stream(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    return factory.createXMLStreamReader(in); // finds xml-external-entities (warning)
  }

  void transform(InputStream in) throws Exception {
    TransformerFactory factory = TransformerFactory.newInstance();
    factory.newTransformer(new StreamSource(in)); // finds xml-external-entities (warning)
  }

  void schema(InputStream in) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema");
    factory.newSchema(new StreamSource(in)); // finds xml-external-entities (warning)
  }

  void reader(InputStream in) throws Exception {
    XMLReader reader = XMLReaderFactory.createXMLReader();
    reader.parse(new InputSource(in)); // finds xml-external-entities (warning)
  }
}
