import java.util.Scanner;

class Node {
    final String value;
    Node next;

    Node(String value) {
        this.value = value;
    }
}

class LinkedList {
    private Node head;

    void append(String value) {
        // TODO: hang a new Node behind the last one.
    }

    void remove(String value) {
        // TODO: let the node before it point to the node after it.
    }

    void reverse() {
        // TODO: let every node point to the one before it.
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Node node = head; node != null; node = node.next) {
            text.append(count == 0 ? "" : " -> ").append(node.value);
            count++;
            if (count > 100) {
                return "The nodes run in a circle.";
            }
        }
        return count == 0 ? "empty" : text.toString();
    }
}

public class Main {
    public static void main(String[] args) {
        LinkedList list = new LinkedList();
        Scanner input = new Scanner(System.in);
        while (input.hasNext()) {
            switch (input.next()) {
                case "append" -> list.append(input.next());
                case "remove" -> list.remove(input.next());
                default -> list.reverse();
            }
            System.out.println(list);
        }
    }
}
