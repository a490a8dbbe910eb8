System.Console.WriteLine("desk");
