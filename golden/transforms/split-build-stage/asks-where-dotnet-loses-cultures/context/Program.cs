System.Console.WriteLine(System.DateTime.Now);
