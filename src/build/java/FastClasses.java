import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A step of the build: gives the classes of a jar the form that starts fastest, without changing what they do.
 *
 * <ul>
 *   <li>Classes that are older than Java 6 get stack maps (JVMS 4.7.4). The JVM keeps no older class in its archive of loaded
 *       classes, and picocli is compiled for Java 5.
 *   <li>In our own classes, lambdas and method references become classes, and the methods of records become code. A call site
 *       that is linked at run time costs more than a class of the archive, and a start has more than a thousand.
 * </ul>
 *
 * <p>Run as a source file, with ASM on the class path.
 */
public final class FastClasses {
    private static final String OURS = "dev/drydock/";

    private final URLClassLoader types;
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Map<String, List<String>> nests = new LinkedHashMap<>();

    private FastClasses(URLClassLoader types) {
        this.types = types;
    }

    /** Rewrites the jar that is the only argument; a second time changes nothing. */
    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path part = jar.resolveSibling(jar.getFileName() + ".part");
        Map<String, byte[]> content = new LinkedHashMap<>();
        Map<String, Long> times = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                times.put(entry.getName(), entry.getTime());
                content.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        try (URLClassLoader types = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            new FastClasses(types).rewrite(content);
        }
        long time = times.values().iterator().next();
        try (OutputStream file = Files.newOutputStream(part);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : content.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTime(times.getOrDefault(each.getKey(), time));
                out.putNextEntry(entry);
                new ByteArrayInputStream(each.getValue()).transferTo(out);
                out.closeEntry();
            }
        }
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private void rewrite(Map<String, byte[]> content) {
        content.replaceAll((name, bytes) -> name.endsWith(".class") ? rewritten(name, bytes) : bytes);
        nests.forEach((host, members) ->
                content.computeIfPresent(host + ".class", (name, bytes) -> withMembers(bytes, members)));
        made.forEach((name, bytes) -> content.put(name + ".class", bytes));
    }

    private byte[] rewritten(String name, byte[] bytes) {
        // The version of a class file is a number of two bytes behind the magic number and the minor version (JVMS 4.1).
        int version = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (version < Opcodes.V1_6) {
            return modern(bytes);
        }
        return name.startsWith(OURS) ? linked(bytes) : bytes;
    }

    private byte[] modern(byte[] bytes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return types;
            }
        };
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String generics, String parent, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, generics, parent, interfaces);
            }
        };
        new ClassReader(bytes).accept(visitor, 0);
        return writer.toByteArray();
    }

    private static byte[] withMembers(byte[] bytes, List<String> members) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        members.forEach(writer::visitNestMember);
        return writer.toByteArray();
    }

    private byte[] linked(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new Sites(writer), 0);
        return writer.toByteArray();
    }

    /** Replaces the call sites of one class. */
    private final class Sites extends ClassVisitor {
        private String name;
        private String host;
        private boolean isInterface;
        private int count;

        Sites(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String own, String generics, String parent, String[] interfaces) {
            name = own;
            host = own;
            isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, own, generics, parent, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            host = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String generics, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, method, type, generics, exceptions);
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitInvokeDynamicInsn(String called, String site, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                            && bootstrap.getName().equals("metafactory")) {
                        String lambda = name + "$$" + count++;
                        nests.computeIfAbsent(host, each -> new ArrayList<>()).add(lambda);
                        made.put(
                                lambda,
                                new Lambda(lambda, host, called, site, (Type) arguments[0], (Handle) arguments[1],
                                                (Type) arguments[2])
                                        .bytes());
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda, "of", site, false);
                    } else if (bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                        String helper = "record$" + called;
                        record(helper, called, site, arguments);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, name, helper, site, isInterface);
                    } else {
                        super.visitInvokeDynamicInsn(called, site, bootstrap, arguments);
                    }
                }
            };
        }

        /** Writes what {@code java.lang.runtime.ObjectMethods} would put together at run time. */
        private void record(String helper, String called, String site, Object[] arguments) {
            MethodVisitor code = cv.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, helper, site, null, null);
            code.visitCode();
            String[] names = ((String) arguments[1]).split(";");
            switch (called) {
                case "hashCode" -> hashCode(code, arguments);
                case "equals" -> equals(code, arguments);
                default -> toString(code, names, arguments);
            }
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        private void get(MethodVisitor code, int local, Handle field) {
            code.visitVarInsn(Opcodes.ALOAD, local);
            code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
        }

        private void hashCode(MethodVisitor code, Object[] arguments) {
            code.visitInsn(Opcodes.ICONST_0);
            for (int i = 2; i < arguments.length; i++) {
                Handle field = (Handle) arguments[i];
                Type type = Type.getType(field.getDesc());
                code.visitIntInsn(Opcodes.BIPUSH, 31);
                code.visitInsn(Opcodes.IMUL);
                get(code, 0, field);
                if (isReference(type)) {
                    invokeStatic(code, "java/util/Objects", "hashCode", "(Ljava/lang/Object;)I");
                } else {
                    invokeStatic(code, wrapper(type), "hashCode", "(" + type.getDescriptor() + ")I");
                }
                code.visitInsn(Opcodes.IADD);
            }
            code.visitInsn(Opcodes.IRETURN);
        }

        private void equals(MethodVisitor code, Object[] arguments) {
            Label other = new Label();
            Label differs = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitJumpInsn(Opcodes.IF_ACMPNE, other);
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(other);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.INSTANCEOF, name);
            code.visitJumpInsn(Opcodes.IFEQ, differs);
            for (int i = 2; i < arguments.length; i++) {
                Handle field = (Handle) arguments[i];
                Type type = Type.getType(field.getDesc());
                get(code, 0, field);
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitTypeInsn(Opcodes.CHECKCAST, name);
                code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
                if (isReference(type)) {
                    invokeStatic(code, "java/util/Objects", "equals", "(Ljava/lang/Object;Ljava/lang/Object;)Z");
                    code.visitJumpInsn(Opcodes.IFEQ, differs);
                } else {
                    String one = type.getDescriptor();
                    invokeStatic(code, wrapper(type), "compare", "(" + one + one + ")I");
                    code.visitJumpInsn(Opcodes.IFNE, differs);
                }
            }
            code.visitInsn(Opcodes.ICONST_1);
            code.visitInsn(Opcodes.IRETURN);
            code.visitLabel(differs);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitInsn(Opcodes.IRETURN);
        }

        private void toString(MethodVisitor code, String[] names, Object[] arguments) {
            String builder = "java/lang/StringBuilder";
            code.visitTypeInsn(Opcodes.NEW, builder);
            code.visitInsn(Opcodes.DUP);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
            code.visitLdcInsn(Type.getObjectType(name));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
            append(code, "Ljava/lang/String;");
            for (int i = 2; i < arguments.length; i++) {
                code.visitLdcInsn((i == 2 ? "[" : ", ") + names[i - 2] + "=");
                append(code, "Ljava/lang/String;");
                Handle field = (Handle) arguments[i];
                get(code, 0, field);
                Type type = Type.getType(field.getDesc());
                invokeStatic(
                        code,
                        "java/lang/String",
                        "valueOf",
                        "(" + (isReference(type) ? "Ljava/lang/Object;" : small(type)) + ")Ljava/lang/String;");
                append(code, "Ljava/lang/String;");
            }
            code.visitLdcInsn(arguments.length == 2 ? "[]" : "]");
            append(code, "Ljava/lang/String;");
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
            code.visitInsn(Opcodes.ARETURN);
        }

        /** What {@code String.valueOf} takes for it: an int for a byte and a short. */
        private static String small(Type type) {
            return type.getSort() == Type.BYTE || type.getSort() == Type.SHORT ? "I" : type.getDescriptor();
        }

        private static void append(MethodVisitor code, String type) {
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/lang/StringBuilder",
                    "append",
                    "(" + type + ")Ljava/lang/StringBuilder;",
                    false);
        }
    }

    /** The class of one lambda or method reference, as {@code java.lang.invoke.LambdaMetafactory} describes it. */
    private record Lambda(
            String name, String host, String method, String site, Type erased, Handle called, Type exact) {

        byte[] bytes() {
            Type[] captured = Type.getArgumentTypes(site);
            Type of = Type.getReturnType(site);
            ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            out.visit(
                    Opcodes.V17,
                    Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                    name,
                    null,
                    "java/lang/Object",
                    new String[] {of.getInternalName()});
            out.visitNestHost(host);
            constructor(out, captured);
            factory(out, captured, of);
            MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, method, erased.getDescriptor(), null, null);
            code.visitCode();
            body(code, captured);
            code.visitMaxs(0, 0);
            code.visitEnd();
            out.visitEnd();
            return out.toByteArray();
        }

        private void constructor(ClassWriter out, Type[] captured) {
            String type = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            MethodVisitor code = out.visitMethod(Opcodes.ACC_PRIVATE, "<init>", type, null, null);
            code.visitCode();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
            int local = 1;
            for (int i = 0; i < captured.length; i++) {
                out.visitField(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                                "c" + i,
                                captured[i].getDescriptor(),
                                null,
                                null)
                        .visitEnd();
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), local);
                code.visitFieldInsn(Opcodes.PUTFIELD, name, "c" + i, captured[i].getDescriptor());
                local += captured[i].getSize();
            }
            code.visitInsn(Opcodes.RETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }

        /** A lambda that takes nothing along is one object, as that of the JVM is. */
        private void factory(ClassWriter out, Type[] captured, Type of) {
            boolean single = captured.length == 0;
            MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, "of", site, null, null);
            code.visitCode();
            if (single) {
                code.visitFieldInsn(Opcodes.GETSTATIC, name, "ONLY", "L" + name + ";");
            } else {
                create(code, captured);
            }
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
            if (single) {
                int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
                out.visitField(access, "ONLY", "L" + name + ";", null, null).visitEnd();
                MethodVisitor start = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
                start.visitCode();
                create(start, captured);
                start.visitFieldInsn(Opcodes.PUTSTATIC, name, "ONLY", "L" + name + ";");
                start.visitInsn(Opcodes.RETURN);
                start.visitMaxs(0, 0);
                start.visitEnd();
            }
        }

        private void create(MethodVisitor code, Type[] captured) {
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            int local = 0;
            for (Type type : captured) {
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
                local += type.getSize();
            }
            String type = Type.getMethodDescriptor(Type.VOID_TYPE, captured);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", type, false);
        }

        private void body(MethodVisitor code, Type[] captured) {
            int tag = called.getTag();
            boolean isNew = tag == Opcodes.H_NEWINVOKESPECIAL;
            if (isNew) {
                code.visitTypeInsn(Opcodes.NEW, called.getOwner());
                code.visitInsn(Opcodes.DUP);
            }
            List<Type> wanted = new ArrayList<>();
            if (tag != Opcodes.H_INVOKESTATIC && !isNew) {
                wanted.add(Type.getObjectType(called.getOwner()));
            }
            wanted.addAll(List.of(Type.getArgumentTypes(called.getDesc())));
            for (int i = 0; i < captured.length; i++) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitFieldInsn(Opcodes.GETFIELD, name, "c" + i, captured[i].getDescriptor());
                convert(code, captured[i], captured[i], wanted.get(i));
            }
            Type[] given = erased.getArgumentTypes();
            int local = 1;
            for (int i = 0; i < given.length; i++) {
                code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
                convert(code, given[i], exact.getArgumentTypes()[i], wanted.get(captured.length + i));
                local += given[i].getSize();
            }
            code.visitMethodInsn(opcode(tag), called.getOwner(), called.getName(), called.getDesc(), called.isInterface());
            Type result = isNew ? Type.getObjectType(called.getOwner()) : Type.getReturnType(called.getDesc());
            Type returned = erased.getReturnType();
            if (returned.getSort() == Type.VOID) {
                if (result.getSort() != Type.VOID) {
                    code.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
                }
            } else {
                convert(code, result, isReference(result) ? exact.getReturnType() : result, returned);
            }
            code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        }

        private static int opcode(int tag) {
            return switch (tag) {
                case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
                case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
                case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
                case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
                default -> throw new IllegalArgumentException("no call for a handle of kind " + tag);
            };
        }

        /** Makes of a value of one type, known to be of another, what is wanted. */
        private static void convert(MethodVisitor code, Type from, Type known, Type to) {
            if (isReference(to)) {
                if (!isReference(from)) {
                    box(code, from);
                } else if (!from.equals(to) && !to.getInternalName().equals("java/lang/Object")) {
                    code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
                }
            } else if (isReference(from)) {
                Type primitive = unboxed(isReference(known) ? known : Type.VOID_TYPE, to);
                code.visitTypeInsn(Opcodes.CHECKCAST, wrapper(primitive));
                String method = primitive.getClassName() + "Value";
                code.visitMethodInsn(
                        Opcodes.INVOKEVIRTUAL, wrapper(primitive), method, "()" + primitive.getDescriptor(), false);
                widen(code, primitive, to);
            } else {
                widen(code, from, to);
            }
        }

        private static void box(MethodVisitor code, Type from) {
            String type = wrapper(from);
            invokeStatic(code, type, "valueOf", "(" + from.getDescriptor() + ")L" + type + ";");
        }

        private static Type unboxed(Type known, Type otherwise) {
            for (String each : List.of("Z", "C", "B", "S", "I", "J", "F", "D")) {
                if (known.getSort() == Type.OBJECT && known.getInternalName().equals(wrapper(Type.getType(each)))) {
                    return Type.getType(each);
                }
            }
            return otherwise;
        }

        private static void widen(MethodVisitor code, Type from, Type to) {
            if (from.equals(to)) {
                return;
            }
            boolean isInt = from.getSort() <= Type.INT;
            if (isInt && to.getSort() == Type.LONG) {
                code.visitInsn(Opcodes.I2L);
            } else if (isInt && to.getSort() == Type.DOUBLE) {
                code.visitInsn(Opcodes.I2D);
            } else if (!isInt || to.getSort() != Type.INT) {
                throw new IllegalArgumentException("no way from " + from + " to " + to);
            }
        }
    }

    private static void invokeStatic(MethodVisitor code, String owner, String method, String type) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, method, type, false);
    }

    private static boolean isReference(Type type) {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private static String wrapper(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }
}
