package io.llmops.preprocess.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words and phrases of a list, whole words only, the longest where several start at one place, in one pass
 * (Aho and Corasick 1975). Any white space stands for a space. Immutable once built.
 */
final class WordList implements Function<String, List<Finding>> {

    static final int LONGEST_WORD = 256;

    private final EntityType type;
    private final boolean ignoringCase;
    private final Node root = new Node(0);

    /** A place in the tree of words. */
    private static final class Node {
        private final SortedMap<Character, Node> children = new TreeMap<>();
        private final int depth;
        private boolean isWord;
        private char[] keys = {};
        private Node[] nodes = {};
        /** Where to go on if no child fits: the longest other prefix that ends here. */
        private @Nullable Node fallback;
        /** The longest word that ends here and is shorter than this node's prefix. */
        private @Nullable Node shorterWord;

        Node(int depth) {
            this.depth = depth;
        }

        void freeze() {
            keys = new char[children.size()];
            nodes = children.values().toArray(new Node[0]);
            var i = 0;
            for (var key : children.keySet()) {
                keys[i++] = key;
            }
        }

        @Nullable
        Node child(char key) {
            for (int low = 0, high = keys.length - 1; low <= high; ) {
                var middle = (low + high) >>> 1;
                if (keys[middle] == key) {
                    return nodes[middle];
                }
                if (keys[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return null;
        }
    }

    WordList(EntityType type, Collection<String> words, boolean ignoringCase) {
        this.type = type;
        this.ignoringCase = ignoringCase;
        words.forEach(this::add);
        link();
    }

    private void add(String word) {
        if (word.isBlank() || word.length() > LONGEST_WORD) {
            throw new IllegalArgumentException("expected words of 1 to " + LONGEST_WORD + " characters, found one of "
                    + word.strip().length());
        }
        var node = root;
        for (var i = 0; i < word.length(); i++) {
            var depth = i + 1;
            node = node.children.computeIfAbsent(fold(word.charAt(i)), key -> new Node(depth));
        }
        node.isWord = true;
    }

    private char fold(char c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        return ignoringCase ? Character.toLowerCase(Character.toUpperCase(c)) : c;
    }

    private void link() {
        var queue = new ArrayDeque<Node>();
        root.freeze();
        queue.add(root);
        while (!queue.isEmpty()) {
            var node = queue.remove();
            for (var i = 0; i < node.keys.length; i++) {
                var child = node.nodes[i];
                child.freeze();
                var fallback = node.fallback == null ? root : next(node.fallback, node.keys[i]);
                child.fallback = fallback;
                child.shorterWord = fallback.isWord ? fallback : fallback.shorterWord;
                queue.add(child);
            }
        }
    }

    private Node next(Node from, char key) {
        Node node = from;
        while (node != null) {
            var child = node.child(key);
            if (child != null) {
                return child;
            }
            node = node.fallback;
        }
        return root;
    }

    @Override
    public List<Finding> apply(String text) {
        var found = new ArrayList<Finding>();
        var node = root;
        for (var i = 0; i < text.length(); i++) {
            node = next(node, fold(text.charAt(i)));
            var word = node.isWord ? node : node.shorterWord;
            if (word != null && !goesOn(text, i, i + 1)) {
                addLongest(text, word, i + 1, found);
            }
        }
        return found;
    }

    private void addLongest(String text, Node longest, int end, List<Finding> found) {
        for (Node word = longest; word != null; word = word.shorterWord) {
            var start = end - word.depth;
            if (!goesOn(text, start - 1, start)) {
                while (!found.isEmpty() && found.get(found.size() - 1).start() >= start) {
                    found.remove(found.size() - 1);
                }
                found.add(new Finding(type, start, end));
                return;
            }
        }
    }

    /** Whether one word goes on from one character to the next. */
    private static boolean goesOn(String text, int before, int after) {
        return Characters.isWordAt(text, before) && Characters.isWordAt(text, after);
    }
}
