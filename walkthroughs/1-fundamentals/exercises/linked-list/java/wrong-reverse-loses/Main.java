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
        Node added = new Node(value);
        if (head == null) {
            head = added;
            return;
        }
        Node last = head;
        while (last.next != null) {
            last = last.next;
        }
        last.next = added;
    }

    void remove(String value) {
        if (head == null) {
            return;
        }
        if (head.value.equals(value)) {
            head = head.next;
            return;
        }
        Node node = head;
        while (node.next != null && !node.next.value.equals(value)) {
            node = node.next;
        }
        if (node.next != null) {
            node.next = node.next.next;
        }
    }

    void reverse() {
        Node before = null;
        Node node = head;
        while (node != null) {
            node.next = before;
            before = node;
            node = node.next;
        }
        head = before;
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
